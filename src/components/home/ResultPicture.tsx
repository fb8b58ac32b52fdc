const DOTS: readonly (readonly [number, number, number])[] = makeDots();
const BARS = [
  ["Gaming", 168],
  ["Other", 150],
  ["Video", 74],
  ["Web", 38],
  ["Email", 22],
  ["Social", 14],
] as const;

/** A drawing of an analysis page, in the colours of the theme: key figures, bars, and segments from low to high. */
export function ResultPicture() {
  return (
    <svg
      class="picture"
      viewBox="0 0 560 470"
      role="img"
      aria-label="Drawing of an analysis page with key figures, a bar chart and three segments"
    >
      <rect class="pic-card" x="0.5" y="0.5" width="559" height="469" rx="10" />
      <text class="pic-small" x="24" y="34">
        Engagement
      </text>
      <text class="pic-title" x="24" y="62">
        Who is engaged?
      </text>
      <text class="pic-body" x="24" y="86">
        One customer in nine carries 41 % of the traffic.
      </text>
      {KEYS.map(([label, value], index) => (
        <g key={label} transform={`translate(${24 + index * 174} 106)`}>
          <rect class="pic-inner" width="162" height="66" rx="8" />
          <text class="pic-small" x="14" y="25">
            {label}
          </text>
          <text class="pic-value" x="14" y="52">
            {value}
          </text>
        </g>
      ))}
      <g transform="translate(24 190)">
        <rect class="pic-inner" width="250" height="254" rx="8" />
        <text class="pic-label" x="16" y="28">
          Gaming carries most traffic
        </text>
        {BARS.map(([label, width], index) => (
          <g key={label} transform={`translate(16 ${48 + index * 33})`}>
            <text class="pic-small" x="0" y="15">
              {label}
            </text>
            <rect class={index === 0 ? "pic-bar" : "pic-bar pic-bar-rest"} x="52" width={width} height="20" rx="3" />
          </g>
        ))}
      </g>
      <g transform="translate(286 190)">
        <rect class="pic-inner" width="250" height="254" rx="8" />
        <text class="pic-label" x="16" y="28">
          Three segments, low to high
        </text>
        <path class="pic-axis" d="M24 52V222H232" />
        {DOTS.map(([x, y, segment], index) => (
          <circle key={index} class={`pic-dot pic-dot-${segment}`} cx={x} cy={y} r={2.6 + segment * 0.7} />
        ))}
        <text class="pic-small" x="36" y="242">
          Low
        </text>
        <text class="pic-small" x="108" y="242">
          Medium
        </text>
        <text class="pic-small" x="196" y="242">
          High
        </text>
      </g>
    </svg>
  );
}

const KEYS = [
  ["Customers", "84,200"],
  ["Highly engaged", "11.2 %"],
  ["Mean sessions", "1.39"],
] as const;

/** Three clouds of points along a rising line; always the same. */
function makeDots(): (readonly [number, number, number])[] {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const bell = () => random() + random() + random() - 1.5;
  const clouds = [
    { x: 62, y: 192, wide: 26, high: 17, count: 54 },
    { x: 124, y: 150, wide: 32, high: 26, count: 34 },
    { x: 196, y: 92, wide: 28, high: 30, count: 18 },
  ];
  return clouds.flatMap(({ x, y, wide, high, count }, segment) =>
    Array.from({ length: count }, () => {
      const at = Math.round((x + bell() * wide) * 10) / 10;
      return [
        Math.min(228, Math.max(30, at)),
        Math.min(216, Math.round((y + bell() * high) * 10) / 10),
        segment,
      ] as const;
    }),
  );
}
