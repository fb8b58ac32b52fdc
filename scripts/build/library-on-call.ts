import type { Plugin } from "vite";

/**
 * Makes a CommonJS library a module whose default export is a function that evaluates it and gives what it exports, the same
 * at every call: what is imported must be fetched early, while evaluating a large library can wait for an idle moment.
 * `file` is how the library's path ends.
 */
export function libraryOnCall(file: string): Plugin {
  return {
    name: "library-on-call",
    enforce: "pre",
    transform: (code, id) => (id.endsWith(file) ? { code: onCall(code), map: null } : null),
  };
}

const onCall = (code: string): string => `let made;
function evaluate(module, exports) {
${code}
}
export default () => {
  if (made === undefined) {
    const module = { exports: {} };
    evaluate(module, module.exports);
    made = module.exports;
  }
  return made;
};
`;
