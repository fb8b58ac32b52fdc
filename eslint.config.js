import astro from "eslint-plugin-astro";
import tseslint from "typescript-eslint";

const sizes = {
  "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".astro/", "public/", "test-results/", "playwright-report/"] },
  ...tseslint.configs.strict,
  ...astro.configs["flat/recommended"],
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "CatchClause > BlockStatement[body.length=0]", message: "A catch must say what it does." },
      ],
      eqeqeq: "error",
      "prefer-const": "error",
      "no-console": ["error", { allow: ["error"] }],
    },
  },
  { files: ["src/**/*.ts"], rules: sizes },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
);
