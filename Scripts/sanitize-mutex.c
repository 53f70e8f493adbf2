// Tells ThreadSanitizer of the slow paths of Swift's Mutex, which lie in a library that is not built for
// it: whoever gets a lock comes after whoever gave it up. Preloaded by Scripts/sanitize; with this no
// report has to be suppressed, and a race under a Mutex is still found.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef SWIFT void lock_function(uint32_t thread, SELF);
typedef SWIFT void unlock_function(SELF);

SWIFT void sanitize_lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT void sanitize_unlock(SELF) __asm__(UNLOCK);

SWIFT void sanitize_lock(uint32_t thread, SELF) {
  ((lock_function *)dlsym(RTLD_NEXT, LOCK))(thread, mutex);
  if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT void sanitize_unlock(SELF) {
  if (__tsan_release) __tsan_release(mutex);
  ((unlock_function *)dlsym(RTLD_NEXT, UNLOCK))(mutex);
}
