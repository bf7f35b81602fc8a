// A draft of the telephone's menu: what is typed and not kept is not left without a question, and Ctrl+S keeps it.

// What others saved under one's hands is shown with what one typed, which is still kept nowhere.
let unsaved = document.getElementById('meanwhile') !== null;

for (const form of document.querySelectorAll('#node-form, #prompt-form, #publication-form')) {
    form.addEventListener('input', () => { unsaved = true; });
}
// Saving keeps it; whoever takes the thing itself away, or leaves theirs for what others saved, means to.
for (const form of document.querySelectorAll('#node-form, #prompt-form, #publication-form, dialog form')) {
    form.addEventListener('submit', () => { unsaved = false; });
}
document.getElementById('leave-mine')?.addEventListener('click', () => { unsaved = false; });
window.addEventListener('beforeunload', event => { if (unsaved) { event.preventDefault(); } });

document.addEventListener('keydown', event => {
    const save = document.querySelector('#save-node, #save-prompt, #save');
    if (save && event.ctrlKey && event.key === 's') {
        event.preventDefault();
        save.click();
    }
});
