// A thread gets an application whose window is marked to stay on its own.
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
  std::thread worker([application] { show(application); }); // ERROR
  worker.join();
}
