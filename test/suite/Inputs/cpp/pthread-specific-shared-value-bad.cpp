// All threads store the same object under their thread-specific key.
#include <pthread.h>
#include <thread>

struct Trace {
  int depth = 0;
  int deepest = 0;
};

static pthread_key_t traceKey;
static Trace common;

static void forget(void *) {}

static Trace *trace() {
  auto *mine = static_cast<Trace *>(pthread_getspecific(traceKey));
  if (!mine) {
    mine = &common;
    pthread_setspecific(traceKey, mine);
  }
  return mine;
}

static void descend(int levels) {
  Trace *mine = trace();
  if (++mine->depth > mine->deepest) // RACE
    mine->deepest = mine->depth;     // RACE
  if (levels > 0)
    descend(levels - 1);
  --mine->depth; // RACE
}

int main() {
  pthread_key_create(&traceKey, forget);
  std::thread a(descend, 20), b(descend, 30);
  a.join();
  b.join();
}
