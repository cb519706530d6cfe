// operator== compares two locked objects without taking either lock.
#include <mutex>
#include <string>
#include <thread>

class Version {
public:
  void bump() {
    std::lock_guard<std::mutex> hold(lock);
    ++major;                             // RACE
    label = "v" + std::to_string(major); // RACE
  }
  std::string text() const {
    std::lock_guard<std::mutex> hold(lock);
    return label;
  }
  friend bool operator==(const Version &a, const Version &b) {
    return a.major == b.major && a.label == b.label; // RACE
  }

private:
  mutable std::mutex lock;
  int major = 0;
  std::string label = "v0";
};

int main() {
  Version ours, theirs;
  std::thread release([&] {
    for (int i = 0; i < 100; ++i)
      ours.bump();
  });
  int equal = 0;
  for (int i = 0; i < 100; ++i)
    equal += ours == theirs;
  release.join();
  return equal > 100;
}
