/* SDL2's software pixel conversion would be a quarter of the page's code, and nothing draws with
 * it: everything goes through WebGL, and the cursors are the browser's. Surfaces can still be
 * created; copying one to another returns an error. */
// SDL2's headers need this order.
// clang-format off
#include "SDL_internal.h"
#include "SDL_blit.h"
#include "SDL_RLEaccel_c.h"
#include "SDL_yuv_c.h"
// clang-format on

static int absent(void) { return SDL_SetError("this build of SDL2 does not convert pixels"); }

int SDL_CalculateBlit(SDL_Surface* surface) {
  (void)surface;
  return absent();
}

int SDL_RLESurface(SDL_Surface* surface) {
  (void)surface;
  return absent();
}

void SDL_UnRLESurface(SDL_Surface* surface, int recode) {
  (void)surface;
  (void)recode;
}

int SDL_ConvertPixels_YUV_to_RGB(int width, int height, Uint32 from, const void* source,
                                 int source_pitch, Uint32 to, void* target, int target_pitch) {
  (void)width;
  (void)height;
  (void)from;
  (void)source;
  (void)source_pitch;
  (void)to;
  (void)target;
  (void)target_pitch;
  return absent();
}

int SDL_ConvertPixels_RGB_to_YUV(int width, int height, Uint32 from, const void* source,
                                 int source_pitch, Uint32 to, void* target, int target_pitch) {
  (void)width;
  (void)height;
  (void)from;
  (void)source;
  (void)source_pitch;
  (void)to;
  (void)target;
  (void)target_pitch;
  return absent();
}

int SDL_ConvertPixels_YUV_to_YUV(int width, int height, Uint32 from, const void* source,
                                 int source_pitch, Uint32 to, void* target, int target_pitch) {
  (void)width;
  (void)height;
  (void)from;
  (void)source;
  (void)source_pitch;
  (void)to;
  (void)target;
  (void)target_pitch;
  return absent();
}

int SDL_CalculateYUVSize(Uint32 format, int width, int height, size_t* size, int* pitch) {
  (void)format;
  (void)width;
  (void)height;
  (void)size;
  (void)pitch;
  return absent();
}
