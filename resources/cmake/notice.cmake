# Law tables and notice templates are compiled in; fonts and colour profile of notices are copied from
# their Debian packages when the build is configured, never committed.
file(GLOB kontor_law RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS law/*.json)
file(GLOB kontor_notices RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS notices/*.json notices/texts/*.json)
qt_add_resources(resources kontor_notice_data PREFIX /kontor FILES ${kontor_law} ${kontor_notices})

find_file(KONTOR_SRGB_PROFILE srgb.icc PATHS /usr/share/color/icc/ghostscript REQUIRED)
configure_file(${KONTOR_SRGB_PROFILE} ${CMAKE_CURRENT_BINARY_DIR}/srgb.icc COPYONLY)
qt_add_resources(resources kontor_notice_profile PREFIX /kontor/notices BASE ${CMAKE_CURRENT_BINARY_DIR}
    FILES ${CMAKE_CURRENT_BINARY_DIR}/srgb.icc)

foreach(font NotoSans-Regular.ttf NotoSans-Bold.ttf)
    find_file(KONTOR_FONT_${font} ${font} PATHS ${KONTOR_NOTO_DIR} /usr/share/fonts/truetype/noto REQUIRED)
    configure_file(${KONTOR_FONT_${font}} ${CMAKE_BINARY_DIR}/share/kontor/fonts/${font} COPYONLY)
    if(WIN32) # Debian's packages depend on fonts-noto-core instead
        install(FILES ${CMAKE_BINARY_DIR}/share/kontor/fonts/${font} DESTINATION share/kontor/fonts COMPONENT kontor)
    endif()
endforeach()
