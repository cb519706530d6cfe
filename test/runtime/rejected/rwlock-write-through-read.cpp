// A reader gets the value as const.
// error: assignment of (member|read-only)|cannot assign to
#include <fearless/rwlock.h>

struct Settings {
  int limit = 1;
};

int main() {
  fearless::RwLock<Settings> settings;
#ifdef RIGHT
  settings.write()->limit = 2;
#else
  settings.read()->limit = 2;
#endif
}
