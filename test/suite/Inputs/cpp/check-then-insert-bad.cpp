// contains() and insert() lock separately, so two threads can both decide to
// insert.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Guests {
public:
  bool contains(const std::string &name) {
    std::lock_guard<std::mutex> hold(lock);
    return find(name);
  }
  void insert(const std::string &name) {
    std::lock_guard<std::mutex> hold(lock);
    names.push_back(name); // RACE
  }
  bool insertOnce(const std::string &name) {
    if (contains(name)) // RACE
      return false;
    insert(name); // RACE
    return true;
  }

private:
  bool find(const std::string &name) const {
    for (const std::string &known : names)
      if (known == name)
        return true;
    return false;
  }
  std::mutex lock;
  std::vector<std::string> names;
};

int main() {
  Guests guests;
  auto arrive = [&guests] {
    for (int i = 0; i < 20; ++i)
      guests.insertOnce("guest " + std::to_string(i));
  };
  std::thread door(arrive), garden(arrive);
  door.join();
  garden.join();
  guests.insert("host");
  return guests.contains("host") ? 0 : 1;
}
