// Under the reader lock the table is read with find(), which never inserts.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

class Translations {
public:
  void add(const std::string &word, const std::string &meaning) {
    std::unique_lock<std::shared_mutex> hold(lock);
    words[word] = meaning;
  }
  std::string translate(const std::string &word) {
    std::shared_lock<std::shared_mutex> hold(lock);
    auto at = words.find(word);
    return at == words.end() ? std::string() : at->second;
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
