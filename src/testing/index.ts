export {
  describeGateway,
  type DescribeGatewayOptions,
  type DescribeTests,
  type GatewayTest,
  type TestContext,
} from './describeGateway.ts'
export type { GatewayUnderTest } from './bench.ts'
