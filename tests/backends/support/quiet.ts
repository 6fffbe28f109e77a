/** Switches the telemetry of the backends off. */
export const quiet: Readonly<Record<string, string>> = {
  OPENAI_AGENTS_DISABLE_TRACING: '1',
  LANGGRAPH_CLI_NO_ANALYTICS: '1',
  LANGCHAIN_TRACING_V2: 'false',
  AI_SDK_LOG_WARNINGS: 'false',
  OTEL_SDK_DISABLED: 'true',
  COPILOTKIT_TELEMETRY_DISABLED: 'true',
  DO_NOT_TRACK: '1',
}
