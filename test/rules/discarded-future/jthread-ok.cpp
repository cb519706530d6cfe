// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// With a name it runs beside what follows.
#include <thread>
void load();
void draw();
void run() {
  std::jthread loader{load};
  draw();
}
