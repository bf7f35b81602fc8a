// A replay under way: look again until it is done.
if (document.querySelector("[data-running]")) {
  setTimeout(() => location.reload(), 1000);
}
