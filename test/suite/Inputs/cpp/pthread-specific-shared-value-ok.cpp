// Each thread stores an object of its own under the thread-specific key.
#include <pthread.h>
#include <thread>

struct Trace {
  int depth = 0;
  int deepest = 0;
};

static pthread_key_t traceKey;

static void forget(void *raw) { delete static_cast<Trace *>(raw); }

static Trace *trace() {
  auto *mine = static_cast<Trace *>(pthread_getspecific(traceKey));
  if (!mine) {
    mine = new Trace;
    pthread_setspecific(traceKey, mine);
  }
  return mine;
}

static void descend(int levels) {
  Trace *mine = trace();
  if (++mine->depth > mine->deepest)
    mine->deepest = mine->depth;
  if (levels > 0)
    descend(levels - 1);
  --mine->depth;
}

int main() {
  pthread_key_create(&traceKey, forget);
  std::thread a(descend, 20), b(descend, 30);
  a.join();
  b.join();
}
