/* SDL2 looks OpenGL functions up by name. Emscripten's own look-up links all of WebGL into the page
 * (over 100 KB of script); these are the functions that SDL2 asks for. Dear ImGui's backend links
 * the ones that it uses directly. */
#include <EGL/egl.h>
#include <GLES3/gl3.h>
#include <string.h>

typedef __eglMustCastToProperFunctionPointerType Function;

Function eglGetProcAddress(const char* name) {
  if (strcmp(name, "glGetString") == 0) return (Function)glGetString;
  if (strcmp(name, "glGetStringi") == 0) return (Function)glGetStringi;
  if (strcmp(name, "glGetIntegerv") == 0) return (Function)glGetIntegerv;
  if (strcmp(name, "glGetError") == 0) return (Function)glGetError;
  if (strcmp(name, "glBindFramebuffer") == 0) return (Function)glBindFramebuffer;
  if (strcmp(name, "glGetFramebufferAttachmentParameteriv") == 0) {
    return (Function)glGetFramebufferAttachmentParameteriv;
  }
  return 0;
}
