// The consumer gives its slot back before it reads it, so the producer may
// overwrite it.
#include <pthread.h>

static constexpr int Capacity = 4;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t notFull = PTHREAD_COND_INITIALIZER;
static pthread_cond_t notEmpty = PTHREAD_COND_INITIALIZER;
static int buffer[Capacity];
static int count = 0;

static void waitUntilBelow(int limit) {
  pthread_mutex_lock(&mutex);
  while (count >= limit)
    pthread_cond_wait(&notFull, &mutex);
  pthread_mutex_unlock(&mutex);
}

static void waitUntilAbove(int limit) {
  pthread_mutex_lock(&mutex);
  while (count <= limit)
    pthread_cond_wait(&notEmpty, &mutex);
  pthread_mutex_unlock(&mutex);
}

static void change(int by, pthread_cond_t *condition) {
  pthread_mutex_lock(&mutex);
  count += by;
  pthread_mutex_unlock(&mutex);
  pthread_cond_signal(condition);
}

static void *produce(void *) {
  for (int i = 0; i < 200; ++i) {
    waitUntilBelow(Capacity);
    buffer[i % Capacity] = i; // RACE
    change(+1, &notEmpty);
  }
  return nullptr;
}

static void *consume(void *raw) {
  long *sum = static_cast<long *>(raw);
  for (int i = 0; i < 200; ++i) {
    waitUntilAbove(0);
    change(-1, &notFull);
    *sum += buffer[i % Capacity]; // RACE
  }
  return nullptr;
}

int main() {
  long sum = 0;
  pthread_t producer, consumer;
  pthread_create(&producer, nullptr, produce, nullptr);
  pthread_create(&consumer, nullptr, consume, &sum);
  pthread_join(producer, nullptr);
  pthread_join(consumer, nullptr);
  return sum <= 40000 ? 0 : 1;
}
