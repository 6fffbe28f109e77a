import { message } from './content.ts'

export const approve = 'button'
export const answer = async (): Promise<Response> => new Response()

export const Side = (): React.ReactElement => (
  <main>
    <p>{message}</p>
    <button type="button">Approve</button>
  </main>
)
