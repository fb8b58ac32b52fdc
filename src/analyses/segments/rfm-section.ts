/** The part of the lab's page that shows scores and what they are cut from. */
export const RFM_SECTION = "Recency, frequency, money";
