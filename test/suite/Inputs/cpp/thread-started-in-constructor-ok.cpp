// The constructor starts the thread as its last act.
#include <string>
#include <thread>

class Watcher {
public:
  explicit Watcher(const std::string &dir) {
    directory = dir;
    interval = 5;
    watching = std::thread(&Watcher::run, this);
  }
  ~Watcher() { watching.join(); }

private:
  void run() {
    for (int i = 0; i < interval; ++i)
      events += directory.size();
  }
  std::string directory;
  int interval = 0;
  size_t events = 0;
  std::thread watching;
};

int main() { Watcher watcher("/var/spool/some/quite/long/path"); }
