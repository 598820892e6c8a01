/** For serverless: where KEPT_BUNDLES says so, the functions are taken from there, and nothing is bundled. */
module.exports = class TakeBundles {
  constructor({ service }) {
    const location = process.env.KEPT_BUNDLES;
    const initialize = () => {
      for (const name of service.getAllFunctions()) service.getFunction(name).skipEsbuild = true;
      service.custom['serverless-offline'].location = location;
    };
    this.hooks = location ? { initialize } : {};
  }
};
