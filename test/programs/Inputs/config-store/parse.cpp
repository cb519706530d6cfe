#include "parse.h"

#include <mutex>
#include <sstream>

static std::mutex refusedMu;
static unsigned refused = 0;
static std::string refusedWhy;

static void refuse(const std::string &why) {
  refusedMu.lock();
  ++refused;
  refusedWhy = why;
  refusedMu.unlock();
}

static std::string trim(const std::string &text) {
  auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos)
    return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool parseConfig(const std::string &text,
                 std::map<std::string, std::string> &out) {
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) {
    if (trim(line).empty())
      continue;
    auto equals = line.find('=');
    if (equals == std::string::npos) {
      refuse("no '=' in '" + line + "'");
      return false;
    }
    std::string key = trim(line.substr(0, equals));
    if (key.empty()) {
      refuse("no key in '" + line + "'");
      return false;
    }
    out[key] = trim(line.substr(equals + 1));
  }
  return true;
}

unsigned refusedConfigs(std::string &reason) {
  std::lock_guard<std::mutex> lock(refusedMu);
  reason = refusedWhy;
  return refused;
}
