// A pthread reader lock is held while the routing table is sorted.
#include <algorithm>
#include <pthread.h>
#include <vector>

static pthread_rwlock_t tableLock = PTHREAD_RWLOCK_INITIALIZER;
static std::vector<int> routes;

static void *reorganise(void *) {
  for (int i = 0; i < 50; ++i) {
    pthread_rwlock_rdlock(&tableLock);
    std::reverse(routes.begin(), routes.end()); // RACE
    pthread_rwlock_unlock(&tableLock);
  }
  return nullptr;
}

static void *search(void *raw) {
  long *hits = static_cast<long *>(raw);
  for (int i = 0; i < 50; ++i) {
    pthread_rwlock_rdlock(&tableLock);
    *hits += std::count(routes.begin(), routes.end(), i); // RACE
    pthread_rwlock_unlock(&tableLock);
  }
  return nullptr;
}

int main() {
  for (int i = 0; i < 64; ++i)
    routes.push_back(i);
  long hits[2] = {};
  pthread_t threads[3];
  pthread_create(&threads[0], nullptr, reorganise, nullptr);
  pthread_create(&threads[1], nullptr, search, &hits[0]);
  pthread_create(&threads[2], nullptr, search, &hits[1]);
  for (pthread_t t : threads)
    pthread_join(t, nullptr);
  return hits[0] <= 50 && hits[1] == 50 ? 0 : 1;
}
