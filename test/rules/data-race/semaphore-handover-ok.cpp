// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Posted after the write, waited for before the read.
#include <semaphore.h>
#include <thread>
static sem_t full;
static int frame;
int main() {
  sem_init(&full, 0, 0);
  std::thread camera([] {
    frame = 1;
    sem_post(&full);
  });
  sem_wait(&full);
  int seen = frame;
  camera.join();
  return seen;
}
