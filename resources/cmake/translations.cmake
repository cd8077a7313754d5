# The words of the desk: German for every text, English for the plural forms only (the sources are English).
set(kontor_qm)
foreach(language de en)
    set(ts ${CMAKE_CURRENT_SOURCE_DIR}/translations/kontor_${language}.ts)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/translations/kontor_${language}.qm)
    add_custom_command(OUTPUT ${qm}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
        COMMAND Qt6::lrelease -silent ${ts} -qm ${qm}
        DEPENDS ${ts} VERBATIM)
    list(APPEND kontor_qm ${qm})
endforeach()
qt_add_resources(resources_desk kontor_translations PREFIX / BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${kontor_qm})
