import { useEffect, useRef, useState } from 'react'
import './liveChat.css'

/** A chat of `npm run chats`. */
export interface LiveChatProps {
  readonly title: string
  /** The port of the chat, on the host of this page. */
  readonly port: number
  /** The picture that is shown while the chat does not run. */
  readonly picture: string
  /** The alternative text of the picture. */
  readonly alt: string
}

/** Only this machine serves the chats: a page from elsewhere must not look for them. */
const isLocal = ['localhost', '127.0.0.1'].includes(window.location.hostname)

/**
 * Shows the running chat in a frame, or its picture. The frame itself looks for the chat, whose page posts a message: unlike
 * a request, a frame that finds no server writes no error to the console.
 */
export function LiveChat({ title, port, picture, alt }: LiveChatProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isHere, setIsHere] = useState(false)
  const [look, setLook] = useState(1)
  const lookAgain = (): void => setLook((looks) => looks + 1)

  useEffect(() => {
    if (isHere) return
    const off = new AbortController()
    const { signal } = off
    const hear = ({ source }: MessageEvent): void => {
      if (source !== null && source === frame.current?.contentWindow) setIsHere(true)
    }
    window.addEventListener('message', hear, { signal })
    document.addEventListener('visibilitychange', () => document.hidden || lookAgain(), { signal })
    return () => off.abort()
  }, [isHere])

  return (
    <div className="live-chat">
      {isHere ? (
        <p>
          The model is scripted, the tool is real: <code>write one two</code> asks for two files.
        </p>
      ) : (
        <>
          <p>
            <code>npm run chats</code> starts it here. <button onClick={lookAgain}>Look again</button>
          </p>
          <img src={picture} alt={alt} />
        </>
      )}
      {isLocal && (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- it is of another origin, and keeps its history there.
        <iframe
          key={look}
          ref={frame}
          title={title}
          src={`http://${window.location.hostname}:${port}`}
          hidden={!isHere}
        />
      )}
    </div>
  )
}
