// A decision that was refused is shown again with what is wrong.
import { open } from './shell.js';

document.querySelectorAll('dialog[data-shown="true"]').forEach(sheet => open(sheet.id));
