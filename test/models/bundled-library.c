// A program may bring a library along: a name that nobody else gives is the library's,
// whoever declares it. Another name is the program's own.
// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s
// CHECK: coverage: 2 of 4 callees unresolved
struct lua_State;
int lua_gettop(struct lua_State *state);
void warn(const char *format);
void (*RedisModule_Log)(void *context, const char *text);
void (*hook)(void);
int use(struct lua_State *state) {
  warn("use");
  RedisModule_Log(state, "use");
  hook();
  return lua_gettop(state);
}
