// A class whose methods all lock around their members.
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

class ThumbnailCache {
public:
  void put(const std::string &path, std::string image);
  bool get(const std::string &path, std::string *image) const;
  std::size_t bytes() const;
  void clear();

private:
  mutable std::mutex lock;
  std::map<std::string, std::string> images;
  std::size_t total = 0;
};

void ThumbnailCache::put(const std::string &path, std::string image) {
  std::lock_guard<std::mutex> hold(lock);
  total += image.size();
  std::string &slot = images[path];
  total -= slot.size();
  slot = std::move(image);
}

bool ThumbnailCache::get(const std::string &path, std::string *image) const {
  std::lock_guard<std::mutex> hold(lock);
  auto at = images.find(path);
  if (at == images.end())
    return false;
  *image = at->second;
  return true;
}

std::size_t ThumbnailCache::bytes() const {
  std::lock_guard<std::mutex> hold(lock);
  return total;
}

void ThumbnailCache::clear() {
  std::lock_guard<std::mutex> hold(lock);
  images.clear();
  total = 0;
}
