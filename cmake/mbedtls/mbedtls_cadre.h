/* Of Mbed TLS, what the lock of plan files needs and nothing else. */
#ifndef MBEDTLS_CADRE_H
#define MBEDTLS_CADRE_H

#define MBEDTLS_CONFIG_VERSION 0x03060000

/* Processors that encrypt by themselves; elsewhere plain C. */
#if defined(__x86_64__) && !defined(__EMSCRIPTEN__)
#define MBEDTLS_HAVE_ASM
#define MBEDTLS_AESNI_C
#endif

#define MBEDTLS_AES_C
#define MBEDTLS_GCM_C
#define MBEDTLS_SHA256_C
#define MBEDTLS_MD_C
#define MBEDTLS_HKDF_C
#define MBEDTLS_PKCS5_C

#endif
