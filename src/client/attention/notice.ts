import { createListening } from '../../gateway/listening.ts'

export type Permission = NotificationPermission | 'unsupported'

// A system notification that is shown.
export interface Notice {
  close(): void
}

export function permissionNow(): Permission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission
}

/** False where there can be none, such as on Android without a service worker. */
export function canNotify(registration: ServiceWorkerRegistration | undefined): boolean {
  if (permissionNow() === 'unsupported' || !isSecureContext) return false
  return registration?.showNotification !== undefined || !/Android/.test(navigator.userAgent)
}

// Asks in a press of the person only.
export async function askPermission(): Promise<Permission> {
  const now = permissionNow()
  if (now !== 'default' || navigator.userActivation?.isActive === false) return now
  return Notification.requestPermission().catch(permissionNow)
}

// The message of a service worker after a click on a notification.
interface Clicked {
  readonly type: 'intervention-bar'
  readonly tag: string
}

/** Shows a notification, or nothing where the browser does not let it. */
export function notify(
  registration: ServiceWorkerRegistration | undefined,
  {
    title,
    body,
    tag,
    data,
    onClick,
  }: {
    readonly title: string
    readonly body: string
    readonly tag: string
    // For the service worker that hears the click.
    readonly data: object
    readonly onClick: () => void
  },
): Notice | null {
  if (permissionNow() !== 'granted') return null
  // A worker of another kind, such as one of a polyfill, shows none.
  return registration?.showNotification
    ? notifyByWorker(registration, { title, options: { body, tag, data: { ...data, tag } }, onClick })
    : notifyByPage(title, { body, tag }, onClick)
}

function notifyByPage(title: string, options: NotificationOptions, onClick: () => void): Notice | null {
  try {
    const shown = new Notification(title, options)
    shown.addEventListener('click', () => {
      shown.close()
      onClick()
    })
    return shown
  } catch {
    // Android has them for service workers only.
    return null
  }
}

function notifyByWorker(
  registration: ServiceWorkerRegistration,
  {
    title,
    options,
    onClick,
  }: {
    readonly title: string
    readonly options: NotificationOptions & { readonly tag: string }
    readonly onClick: () => void
  },
): Notice {
  const { tag } = options
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    const { type, tag: clicked } = Object(data) as Partial<Clicked>
    if (type === 'intervention-bar' && clicked === tag) onClick()
  }
  const listening = createListening()
  listening.on(navigator.serviceWorker, 'message', onMessage)
  const show = async (): Promise<void> => registration.showNotification(title, options)
  const showing = show().catch(() => {})
  return {
    close: () => {
      listening.end()
      void showing
        .then(() => registration.getNotifications({ tag }))
        .then((all) => all.forEach((one) => one.close()))
        .catch(() => {})
    },
  }
}
