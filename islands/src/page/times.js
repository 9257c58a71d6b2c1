// <time datetime="2024-06-12T13:00:00Z">: what it was on the reader's own clock, as a tooltip.

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

export function localTimes(root) {
  for (const time of root.querySelectorAll?.('time[datetime*="T"]') ?? []) {
    const moment = new Date(time.dateTime);
    if (!time.title && !Number.isNaN(moment.getTime())) time.title = `Your time: ${CLOCK.format(moment)}`;
  }
}
