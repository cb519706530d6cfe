// The global pointer is set before the thread starts: starting a thread
// publishes everything before.
#include <cstdio>
#include <string>
#include <thread>

struct Options {
  std::string output;
  int verbosity;
};

static Options *options = nullptr;

static void run(size_t *length) {
  if (options)
    *length = options->output.size();
}

int main(int argc, char **) {
  size_t length = 0;
  Options parsed{"/tmp/output", argc};
  options = &parsed;
  std::thread worker(run, &length);
  worker.join();
  std::printf("%zu at level %d\n", length, parsed.verbosity);
}
