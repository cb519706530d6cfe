// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An order that comes while the crawler is busy is lost where it ends.
#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_t tid;
static bool started, busy;
static int count;

static void crawl(void) {
  for (int i = 0; i < 10; i++) {
    pthread_mutex_unlock(&mu);
    usleep(10);
    pthread_mutex_lock(&mu);
  }
}

static void *crawler(void *arg) {
  (void)arg;
  pthread_mutex_lock(&mu);
  while (true) {
    while (!busy)
      pthread_cond_wait(&cond, &mu);
    if (count == -1) {
      crawl();
      count = 0;
    } else {
      count--;
    }
    if (count == 0)
      busy = false;
  }
}

static void start(void) {
  pthread_mutex_lock(&mu);
  if (!started) {
    started = true;
    pthread_create(&tid, NULL, crawler, NULL);
  }
  pthread_mutex_unlock(&mu);
}

static void order(int n) {
  pthread_mutex_lock(&mu);
  {
    busy = true;
    count = n;
    pthread_cond_signal(&cond);
  }
  pthread_mutex_unlock(&mu);
}

static void *worker(void *arg) {
  (void)arg;
  start();
  order(-1);
  order(3);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  pthread_create(&b, NULL, worker, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  sleep(1);
  return 0;
}

// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-46]]:{{[0-9]+}}: warning: 'count' may not be any more what the branch to here relies on, because another thread may write it: 'mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-48]]:{{[0-9]+}}: note: 'crawler' calls 'crawl', which locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-50]]:{{[0-9]+}}: note: 'crawler' reads 'count' here{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-52]]:{{[0-9]+}}: note: 'mu' is released here{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-52]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-52]]:{{[0-9]+}}: note: 'crawler' calls 'crawl', which locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-52]]:{{[0-9]+}}: note: 'crawler' writes 'count' here{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here may get in between, through 'worker' -> 'order'{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-32]]:{{[0-9]+}}: note: it writes 'count' here under a hold of 'mu' of its own{{$}}
// CHECK: {{^}}{{.*}}single-crawler.c:[[#@LINE-55]]:{{[0-9]+}}: note: keep 'mu' from the read to the write, or look at 'count' again under the second hold{{$}}
