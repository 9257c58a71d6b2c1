// Says a short line to those who cannot see what changed.

export function say(line) {
  let live = document.getElementById('live');
  if (!live) {
    live = document.createElement('p');
    live.id = 'live';
    live.className = 'unseen';
    live.setAttribute('role', 'status');
    document.body.append(live);
  }
  live.textContent = line;
}
