// A helper that one of its callers calls without the lock.
#include <map>
#include <mutex>
#include <string>
class Registry {
public:
  Registry() { rebuild(); }
  void add(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    Names[Name] = 1;
    rebuild();
  }
  void refresh() { rebuild(); }

private:
  void rebuild() { Size = Names.size(); }
  std::mutex Mu;
  std::map<std::string, int> Names;
  unsigned long Size = 0;
};
void use(Registry &R) {
  R.add("x");
  R.refresh();
}
