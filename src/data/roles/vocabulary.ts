const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/**
 * The words that headers of this field use for each thing, lower case without accents: English, French, Spanish, German,
 * Portuguese, and Arabic in its own script and in Latin letters.
 */
export const VOCABULARY = {
  excluded: words(
    "http https activity actividad activite atividade aktivitat udp cluster score label flag rank percentile decile",
  ),
  retransmission: words(
    "retrans retransmission retransmissions retransmitted retransmitido retransmitidos retransmis retransmisiones retransmissoes retx",
  ),
  delay: words("rtt latency latence latencia latenz ping umlaufzeit"),
  waiting: words("delay delai retardo atraso verzogerung"),
  throughput: words("tp thp throughput thrput durchsatz vazao bandwidth bitrate kbps mbps"),
  speed: words("debit velocidad velocidade speed geschwindigkeit surat"),
  network: words(
    "bearer xdr tcp network internet connection netz netzwerk verbindung reseau connexion red conexion rede conexao",
  ),
  start: words(
    "start started starttime begin began beginning beginn debut inicio comienzo anfang first bidaya bidayat بداية",
  ),
  end: words("end ended endtime stop fin ende fim termino last finish nihaya nihayat نهاية"),
  moment: words(
    "time date datetime timestamp ts heure hora zeit zeitpunkt uhrzeit datum fecha data at frame session sesion sitzung sessao call appel xdr utc local",
  ),
  duration: words(
    "dur duration duree duracion duracao dauer gesamtdauer sitzungsdauer verbindungsdauer elapsed muddah mudda المدة مدة",
  ),
  length: words("length"),
  lasting: words("usage online visit stay use conversation call anruf nutzung besuch llamada visita ligacao"),
  event: words(
    "invoice order purchase transaction event visit sale payment booking click log facture commande achat factura pedido compra rechnung bestellung kauf",
  ),
  msisdn: words("msisdn"),
  imsi: words("imsi"),
  imei: words("imei imeisv tac"),
  customer: words(
    "telefonnummer rufnummer mobilnummer teilnehmernummer customer subscriber subscribers client cliente kunde kunden kundennummer teilnehmer abonne abonnee abonado assinante suscriptor usuario utilisateur utilizador user userid customerid subscriberid benutzer nutzer account konto compte cuenta conta member mushtarik amil cust uid visitor shopper household respondent المشترك العميل مشترك عميل",
  ),
  phone: words("phone telephone telefono telefone telefon tel mobile movil celular portable hatif jawwal الهاتف هاتف"),
  number: words("number numero nummer num no nr nb id identifier identifiant identificador kennung key code raqm رقم"),
  identifier: words("id identifier identifiant identificador kennung key code"),
  called: words("name nom nombre nome d l"),
  sessionId: words("bearer xdr cdr record session sesion sitzung sessao"),
  sessions: words("sessions sesiones sitzungen sessoes jalasat sessionen"),
  count: words("count frequency freq number nb no num nombre cantidad anzahl quantidade total numero adad عدد"),
  maker: words("manufacturer maker oem fabricant fabricante hersteller constructeur"),
  brand: words("make brand vendor marque marca marke"),
  handset: words("handset smartphone endgerat jihaz الجهاز"),
  model: words("device terminal model modele modelo modell appareil gerat dispositivo aparelho"),
  kind: words("type model name modele modelo modell typ tipo nom nombre nome"),
  location: words(
    "location cell cellid site enodeb lieu localisation ubicacion localizacao localidad standort ort funkzelle celda celula city ville ciudad cidade stadt region zone area mawqi الموقع موقع",
  ),
  statistic: words(
    "avg average mean moyenne moyen promedio durchschnitt mittel mittelwert total totals totaux sum somme suma soma summe gesamt of de du des von the per and et y und e app apps application applications all incl inclus",
  ),
  data: words("traffic trafic trafico trafego verkehr data donnees datos dados daten bytes octets"),
  volume: words(
    "traffic trafic trafico trafego verkehr data donnees datos dados daten volume vol volumen usage consumption consommation consumo verbrauch bytes octets",
  ),
} as const;

export type Topic = keyof typeof VOCABULARY;
