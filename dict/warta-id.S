/* The compiled dictionary as bytes: warta_id_data, warta_id_size of them; and the known words:
 * warta_known_data, warta_known_size. */
    .section .rodata
    .balign 64
    .global warta_id_data
    .type warta_id_data, %object
warta_id_data:
    .incbin WARTA_ID_FILE
warta_id_end:
    .size warta_id_data, warta_id_end - warta_id_data
    .balign 8
    .global warta_id_size
    .type warta_id_size, %object
warta_id_size:
    .quad warta_id_end - warta_id_data
    .size warta_id_size, 8
    .balign 64
    .global warta_known_data
    .type warta_known_data, %object
warta_known_data:
    .incbin WARTA_KNOWN_FILE
warta_known_end:
    .size warta_known_data, warta_known_end - warta_known_data
    .balign 8
    .global warta_known_size
    .type warta_known_size, %object
warta_known_size:
    .quad warta_known_end - warta_known_data
    .size warta_known_size, 8
    .section .note.GNU-stack, "", %progbits
