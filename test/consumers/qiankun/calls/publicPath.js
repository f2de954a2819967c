// eslint-disable-next-line no-undef -- a variable of webpack
if (window.__POWERED_BY_QIANKUN__) __webpack_public_path__ = window.__INJECTED_PUBLIC_PATH_BY_QIANKUN__;
