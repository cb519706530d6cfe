// With C11 threads: the pool is set up by call_once and its size set under the lock before the waiter is woken.
#include <stdio.h>
#include <threads.h>

static once_flag pool_once = ONCE_FLAG_INIT;
static mtx_t pool_lock;
static cnd_t pool_sized;
static int sized;
static int pool_size;

static void pool_setup(void) {
  mtx_init(&pool_lock, mtx_plain);
  cnd_init(&pool_sized);
}

static int size_pool(void *unused) {
  (void)unused;
  call_once(&pool_once, pool_setup);
  mtx_lock(&pool_lock);
  pool_size = 16;
  sized = 1;
  cnd_signal(&pool_sized);
  mtx_unlock(&pool_lock);
  return 0;
}

int main(void) {
  thrd_t t;
  if (thrd_create(&t, size_pool, NULL) != thrd_success)
    return 1;
  call_once(&pool_once, pool_setup);
  mtx_lock(&pool_lock);
  while (!sized)
    cnd_wait(&pool_sized, &pool_lock);
  mtx_unlock(&pool_lock);
  printf("%d\n", pool_size);
  thrd_join(t, NULL);
  return 0;
}
