// A thread gets the number of a window that is marked to stay on its own.
#include "fearless/annotations.h"
#include <cstdio>
#include <thread>

struct FEARLESS_NOT_SEND Window {
  int id;
};

struct Application {
  Window window;
};

static void show(const Application &application) {
  std::printf("%d\n", application.window.id);
}

int main() {
  Application application{Window{1}};
  int id = application.window.id;
  std::thread worker([id] { std::printf("%d\n", id); });
  show(application);
  worker.join();
}
