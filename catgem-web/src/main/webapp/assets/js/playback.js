// A recorded call on its folio: how fast it is heard, and that it begins under the hand of who asked for it.

const sound = document.getElementById('playback');

if (sound) {
    const speed = document.getElementById('playback-speed');
    speed.addEventListener('change', () => { sound.playbackRate = Number(speed.value); });
    sound.addEventListener('error', () => { document.getElementById('playback-failed').hidden = false; });
    sound.scrollIntoView({ block: 'center' });
    sound.focus({ preventScroll: true });
}
