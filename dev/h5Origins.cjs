/** The H5 origins of this stage as the list that `httpApi.cors` wants; a CommonJS file because that is what serverless.yml can call. */
module.exports = async ({ resolveVariable }) => {
  const kind = await resolveVariable('self:custom.kind');
  const origins = await resolveVariable(`self:custom.h5Origins.${kind}`);
  return origins.split(',').map((origin) => origin.trim());
};
