/** Line icons on a 20 by 20 grid, drawn for this product. */
const SHAPES = {
  data: "M3.5 5.5c0-1.4 2.9-2.5 6.5-2.5s6.5 1.1 6.5 2.5S13.6 8 10 8 3.5 6.9 3.5 5.5zM3.5 5.5v9c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5v-9M3.5 10c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5",
  overview: "M3 3h6v6H3zM11.5 3H17v3.5h-5.5zM11.5 9H17v8h-5.5zM3 11.5h6V17H3z",
  engagement: "M2.5 10.5h3l2.2-6 3.6 11 2.4-7 1.3 2h2.5",
  experience: "M3 14.5a7 7 0 1 1 14 0M10 14.5l3.3-4.6M3.2 17h13.6",
  satisfaction:
    "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.7 11.8c.8 1.3 2 2 3.3 2s2.5-.7 3.3-2M7.3 7.6v.9M12.7 7.6v.9",
  privacy: "M10 2.5l6 2.2v4.6c0 3.9-2.5 6.8-6 8.2-3.5-1.4-6-4.3-6-8.2V4.7zM7.4 9.9l1.9 1.9 3.4-3.7",
  docs: "M4.5 2.5h7.8l3.2 3.3v11.7h-11zM12 2.7v3.4h3.4M7.3 9.5h5.4M7.3 12.8h5.4",
  filter: "M3 4.5h14M5.8 10h8.4M8.5 15.5h3",
  link: "M8.3 11.7a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-.9.9M11.7 8.3a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l.9-.9",
  export: "M10 12.5v-9.5M6.5 6.3L10 2.8l3.5 3.5M3.5 12v4.5h13V12",
  theme: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14M10 6.5h4.8M10 10h7M10 13.5h4.8",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.3 13.3l3.7 3.7",
  close: "M5 5l10 10M15 5L5 15",
  sliders:
    "M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  upload: "M10 13.5V3.5M6.2 7.1L10 3.3l3.8 3.8M3 13.5v3.5h14v-3.5",
  rail: "M3 3.5h14v13H3zM8 3.5v13",
  warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14.3v.2",
  check: "M4 10.5l4 4 8-9",
  keyboard: "M2.5 5h15v10h-15zM5.5 8h.1M8.5 8h.1M11.5 8h.1M14.5 8h.1M6.5 12h7",
  play: "M6 4l10 6-10 6z",
  segments:
    "M6.2 9.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM14.2 8.4a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM11.2 17.4a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z",
  journeys:
    "M4.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15.5 17.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 4.5h5.2a3 3 0 0 1 0 6H8a2.5 2.5 0 0 0 0 5h5.5",
  shoppers: "M4 6.5h12l-1 10.5H5zM7 8.5V6a3 3 0 0 1 6 0v2.5",
  leads:
    "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 1.5v3M10 15.5v3M1.5 10h3M15.5 10h3",
  lasso:
    "M10 3.2c4 0 7 1.9 7 4.6s-3 4.6-7 4.6c-1.3 0-2.6-.2-3.6-.6M10 3.2c-4 0-7 1.9-7 4.6 0 1.3.8 2.5 2 3.3M5 11.1a1.7 1.7 0 1 0 1.4.7M5.4 14.4c.4 1.2.2 2.2-.9 3",
  up: "M10 16.5V4M5 8.8L10 3.8l5 5",
  down: "M10 3.5V16M5 11.2l5 5 5-5",
  box: "M3.5 3.5h2.6M8.7 3.5h2.6M13.9 3.5h2.6v2.6M16.5 8.7v2.6M16.5 13.9v2.6h-2.6M11.3 16.5H8.7M6.1 16.5H3.5v-2.6M3.5 11.3V8.7M3.5 6.1V3.5",
  zoom: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.3 13.3l3.7 3.7M6.5 9h5M9 6.5v5",
} as const;

export type IconName = keyof typeof SHAPES;

/** An icon beside words: hidden from assistive technology. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
