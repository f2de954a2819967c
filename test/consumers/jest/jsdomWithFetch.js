/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS, as in the manual */
const { TestEnvironment } = require("jest-environment-jsdom");

module.exports = class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { fetch, Request, Response, Headers, AbortController, AbortSignal });
  }
};
