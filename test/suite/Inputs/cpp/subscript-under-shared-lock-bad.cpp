// Under the reader lock the table is read with operator[], which inserts what
// it does not find.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

class Translations {
public:
  void add(const std::string &word, const std::string &meaning) {
    std::unique_lock<std::shared_mutex> hold(lock);
    words[word] = meaning; // RACE
  }
  std::string translate(const std::string &word) {
    std::shared_lock<std::shared_mutex> hold(lock);
    return words[word]; // RACE
  }

private:
  std::shared_mutex lock;
  std::map<std::string, std::string> words;
};

int main() {
  Translations german;
  german.add("house", "Haus");
  auto ask = [&german](int from) {
    size_t known = 0;
    for (int i = from; i < from + 50; ++i)
      known += german.translate(i % 5 ? std::to_string(i) : "house").size();
    return known;
  };
  std::thread a([&] { ask(0); }), b([&] { ask(25); });
  a.join();
  b.join();
  return german.translate("house").size() == 4 ? 0 : 1;
}
