import { createUIMessageStreamResponse } from 'ai'
import type { NextRequest } from 'next/server'
import { wordsOf } from '../../../../../lib/runs'

/** The words of one run: `?run=2`. 204: it has not begun. Check here, too, that the person may read the chat. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  const stream = await wordsOf(id, Number(request.nextUrl.searchParams.get('run')))
  return stream ? createUIMessageStreamResponse({ stream }) : new Response(null, { status: 204 })
}
