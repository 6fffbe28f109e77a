export default {
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  // React warns as it does in development; what has two builds for that brings the one that is shipped.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: { minify: false },
}
