module.exports = {
  testEnvironment: "./jsdomWithFetch.js",
  transformIgnorePatterns: ["/node_modules/(?!hold-list-panel/)"],
  moduleNameMapper: { "\\.css$": "<rootDir>/empty.js" },
};
