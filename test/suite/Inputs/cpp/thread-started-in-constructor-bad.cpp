// The constructor starts the thread before it sets the members that the thread
// reads.
#include <string>
#include <thread>

class Watcher {
public:
  explicit Watcher(const std::string &dir) {
    watching = std::thread(&Watcher::run, this);
    directory = dir; // RACE
    interval = 5;    // RACE
  }
  ~Watcher() { watching.join(); }

private:
  void run() {
    for (int i = 0; i < interval; ++i) // RACE
      events += directory.size();      // RACE
  }
  std::string directory;
  int interval = 0;
  size_t events = 0;
  std::thread watching;
};

int main() { Watcher watcher("/var/spool/some/quite/long/path"); }
