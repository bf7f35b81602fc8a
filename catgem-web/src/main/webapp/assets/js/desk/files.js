// The files of an answer: they go up one by one as soon as they are chosen and leave with the next message.

import { announce } from '../shell.js';
import { call, openContact } from './server.js';
import { word } from './words.js';

const LARGEST = 5 * 1024 * 1024;
const list = document.getElementById('drafted');
const uploads = new Map(); // by id, until the server lists the file
let changed = () => {};

/** @param {Function} listener called when a file came, went, or was refused */
export function onFiles(listener) {
    changed = listener;
}

function ready() {
    return [...document.querySelectorAll('#server-files li')].map(item => item.dataset);
}

export function count() {
    return ready().length;
}

export function isUploading(contact) {
    return [...uploads.values()].some(upload => upload.contact === contact && !upload.problem);
}

function chip(id, name, size) {
    const item = document.createElement('li');
    item.dataset.id = id;
    item.innerHTML = '<span class="pi pi-paperclip" aria-hidden="true"></span><span class="drafted-name"></span><span class="muted number small"></span>';
    item.children[1].textContent = name;
    item.children[2].textContent = size ?? '';
    return item;
}

function button(icon, label, name, run) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'tool plain';
    made.innerHTML = `<span class="pi ${icon}" aria-hidden="true"></span>`;
    made.title = label;
    made.setAttribute('aria-label', `${label}: ${name}`);
    made.addEventListener('click', run);
    return made;
}

function uploadingChip([id, upload]) {
    const item = chip(id, upload.name);
    if (!upload.problem) {
        const bar = document.createElement('progress');
        bar.max = 100;
        bar.value = upload.percent;
        bar.setAttribute('aria-label', `${word('file-uploading')}: ${upload.name}`);
        item.append(bar);
        return item;
    }
    item.className = 'failed';
    item.firstElementChild.className = 'pi pi-exclamation-triangle';
    item.children[2].textContent = upload.problem;
    if (upload.again) {
        item.append(button('pi-refresh', word('file-again'), upload.name, () => send(id, upload)));
    }
    item.append(button('pi-times', word('file-remove'), upload.name, () => { uploads.delete(id); follow(); }));
    return item;
}

/** Draws what the open contact's answer carries. */
export function follow() {
    const contact = openContact();
    const listed = ready();
    listed.forEach(file => uploads.delete(file.id));
    list.replaceChildren(
        ...listed.map(file => {
            const item = chip(file.id, file.name, file.size);
            item.append(button('pi-times', word('file-remove'), file.name, () => remove(contact, file.id)));
            return item;
        }),
        ...[...uploads].filter(([, upload]) => upload.contact === contact).map(uploadingChip));
    list.hidden = list.children.length === 0;
    changed();
}

function address(contact, id, name = '') {
    return `desk/attachment?contact=${contact}&id=${id}&name=${encodeURIComponent(name)}`;
}

function remove(contact, id) {
    fetch(address(contact, id), { method: 'DELETE', headers: { 'X-Requested-With': 'desk' } })
        .finally(() => call('refresh', { parts: 'head' }, { quiet: true }).catch(() => {}));
}

function refuse(upload, problem, again = false) {
    Object.assign(upload, { problem, again });
    announce(`${upload.name}: ${problem}`);
    follow();
}

function send(id, upload) {
    Object.assign(upload, { percent: 0, problem: '', again: false });
    follow();
    // fetch cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open('POST', address(upload.contact, id, upload.name));
    request.setRequestHeader('X-Requested-With', 'desk');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => {
        upload.percent = Math.round(event.loaded / event.total * 100);
        const bar = list.querySelector(`[data-id="${id}"] progress`);
        if (bar) {
            bar.value = upload.percent;
        }
    };
    request.onload = () => {
        if (request.status === 204) {
            announce(`${word('file-ready')}: ${upload.name}`);
            call('refresh', { parts: 'head' }, { quiet: true }).catch(() => {}).finally(() => { uploads.delete(id); follow(); });
        } else {
            refuse(upload, request.status === 422 ? request.responseText : word('file-failed'), request.status !== 422);
        }
    };
    request.onerror = () => refuse(upload, word('file-failed'), true);
    request.send(upload.file);
}

/** @param {Iterable<File>} files chosen, dropped or pasted */
export function add(files) {
    const contact = openContact();
    for (const file of contact ? files : []) {
        const id = crypto.randomUUID();
        const upload = { contact, file, name: file.name, percent: 0 };
        uploads.set(id, upload);
        if (file.size > LARGEST) {
            refuse(upload, word('file-large'));
        } else {
            send(id, upload);
        }
    }
}
