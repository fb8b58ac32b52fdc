#!/usr/bin/env bash
# Finds a Chromium for the end-to-end tests, and installs one where that is possible. Prints what it found.
set -euo pipefail

found() {
  if [ -n "${CLIENTELE_CHROMIUM:-}" ] && [ -x "$CLIENTELE_CHROMIUM" ]; then echo "$CLIENTELE_CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then command -v "$name"; return; fi
  done
  for path in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -x "$path" ]; then echo "$path"; return; fi
  done
  find "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" "$HOME/Library/Caches/ms-playwright" \
    -type f \( -name chrome -o -name Chromium \) 2>/dev/null | head -n 1
}

browser=$(found)
if [ -z "$browser" ] && command -v apt-get >/dev/null 2>&1; then
  sudo=""
  if [ "$(id -u)" != 0 ] && command -v sudo >/dev/null 2>&1; then sudo="sudo"; fi
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
  browser=$(found)
fi
if [ -z "$browser" ]; then
  npx --yes playwright@1.65.1 install --with-deps chromium || true
  browser=$(found)
fi
if [ -z "$browser" ]; then
  echo "No Chromium was found and none could be installed. Install Chromium or Chrome, or set CLIENTELE_CHROMIUM to its path." >&2
  exit 1
fi
echo "Browser: $browser"
