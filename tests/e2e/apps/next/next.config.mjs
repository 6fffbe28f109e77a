export default { typescript: { ignoreBuildErrors: true }, compress: false }
